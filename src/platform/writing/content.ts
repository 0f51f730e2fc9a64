/** What a record says; why it was entered or changed is the unit of work's. */
export type Content<T> = Partial<Omit<T, 'id' | 'version' | 'voidedAt' | 'voidReason'>> & NotGrounds;
interface NotGrounds {
  reason?: never;
  sourceDocumentId?: never;
}
/** Named columns and their values; a list means any of them, null means none. */
export type Where<T> = { [Key in keyof Content<T>]?: Content<T>[Key] | readonly (Content<T>[Key] & {})[] } & {
  id?: string | readonly string[];
};
