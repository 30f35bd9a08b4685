/** Something else that comes in between, and may have what the first thing lacks. */
export const another =
  /\b(?:beside|next to|near|behind|with|and|under|over|above|against|holding|carrying|facing|opposite|between|while|than|like|to) (?:an?|the|another|two|three|some|other|his|her|their|it|him|them)\b|\b(?:another|others?|second|each)\b/i;
