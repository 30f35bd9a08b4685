/** Behind a thing that somebody could wear they say that he does not: "his hat on the bench", "her shoes in one hand". */
const aside =
  /^ (?:(?:is|are|lies?|lying|sits?|sitting|rests?|resting|hangs?|hanging|stands?|standing|waits?|left|still|held|all|both) )*(?:in (?:(?:his|her|its|one|the|a|an|each|both) )?(?:left |right |other )?(?!place|front\b)[a-z]+|in hand|on (?:the|an?|his|her) (?!head|face|nose|feet|foot|hands?|legs?|ears?|neck|wrists?|chin|brow|forehead|body|chest|shoulders?|fingers?)[a-z]+|beside|next to|nearby|under (?:the|an?|his|her)|behind (?:the|an?)|over (?:the|an?|his|her) (?:[a-z]+ )?(?:arm|shoulder|chair|back|rail|railing|bench)|around (?:his|her) waist|slung|draped|thrown|dangling|lost|missing|gone|off|removed|tucked under|at (?:his|her) (?:feet|side)|against|hooked|packed|strapped|tied to|clipped|worn by|of (?:the|an?|another))\b/i;

/** Whether a thing is said to be elsewhere than where it is worn. @param behind the text behind it, from its blank on */
export const isAside = (behind: string): boolean => aside.test(behind);
