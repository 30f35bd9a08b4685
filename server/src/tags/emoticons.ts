/**
 * Emoticon tags (kaomoji). Their underscores, spaces and brackets are part of the face and never separators or weights.
 * The underscore faces are the ones booru taggers leave alone when they turn underscores into spaces.
 */
const FACES = new Set(
  [
    '0_0 (o)_(o) +_+ +_- ._. <o>_<o> <|>_<|> =_= >_< 3_3 6_9 >_o o_< @_@ ^_^ o_o u_u x_x |_| ||_|| ;_; t_t q_q -_- n_n',
    '*_* $_$ v_v e_e 9_9 o_0 0_o d_d p_q >_0 <_< >_> ^_- -_^ ^_o o_^',
    ':) :( :d :o :p :q :t :c :i :x :s :3 :< :> :/ :| :} :{ :] :[ :>= :<> :3c ;) ;( ;d ;o ;p ;q ;3 ;/ ;| ;< ;>',
    '>:) >:( >:d >:o >:3 >:> >:| >:[ d: d; c: c; 3: o: ): (: xd x3 o3o ^o^ >o< >3< <3 \\m/ \\o/ \\||/ \\n/',
    '^^^ ^^ +++ ! ? !? ?! !! ?? !!! ??? ... ...? ...! (9) (o) :\\ ;\\',
  ]
    .join(' ')
    .split(' '),
);

/** Both sides of a face made of signs only: `= =`, `|_|`, `^ ^`. */
const SIGN_FACE = /^[=|^<>@+;'"~*.$%&#-]{1,3}[_ ][=|^<>@+;'"~*.$%&#-]{1,3}$/;

/** Two equal characters around an underscore: `x_x`, `o_o`, `6_6`. With a space only the known faces count. */
const TWIN_FACE = /^([a-z0-9])_\1$/;

/**
 * The normal form of an emoticon, or null when the text is none. Faces keep the underscore: `= =` and `=_=` give `=_=`.
 * Expects trimmed lower-case text.
 */
export function emoticonForm(text: string): string | null {
  if (text.length > 9 || text.length === 0) return null;
  if (FACES.has(text)) return text;
  const joined = text.replace(/ /g, '_');
  if (FACES.has(joined) || SIGN_FACE.test(text) || TWIN_FACE.test(text)) return joined;
  return null;
}

/** Whether a tag as written is an emoticon such as `:d`, `^_^` or `= =`. */
export function isEmoticon(text: string): boolean {
  return emoticonForm(text.trim().toLowerCase()) !== null;
}
