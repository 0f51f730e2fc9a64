/** Where a field stands (RFC 6901). @param above the pointer of what it stands in */
export const pointerTo = (name: string, above = ''): string =>
  `${above}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
