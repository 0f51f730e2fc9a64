/** Of pg, without types of its own. */
declare module 'pg/lib/utils.js' {
  const utils: {
    /** A value as the protocol sends it. */
    prepareValue(value: unknown): string | Buffer | null;
  };
  export default utils;
}
