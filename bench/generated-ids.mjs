/** A UUID made of a text: the same registry each time. */
export const idOf = (kind, i = 'i') => `md5('${kind}/' || ${i})::uuid`;

export const oneOf = (words, index) =>
  `(array[${words.map((word) => `'${word}'`).join()}])[1 + (${index}) % ${words.length}]`;
