type Schema = Readonly<Record<string, unknown>>;

/** No text of the registry is longer, and no list inside of a record. */
const LONGEST_TEXT = 10_000;
const LONGEST_LIST = 10_000;
/** Characters or bytes: no file of the registry is larger. */
export const LARGEST_FILE = 100_000_000;

/** What a format says about length or size, spelled out for readers that do not know the format. */
const limitsOfFormat: Readonly<Record<string, Schema>> = {
  date: { maxLength: 10 },
  'date-time': { maxLength: 35 },
  uuid: { maxLength: 36 },
  binary: { maxLength: LARGEST_FILE },
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
};

const limitsOfType: Readonly<Record<string, Schema>> = {
  string: { maxLength: LONGEST_TEXT },
  integer: limitsOfFormat['int64'] ?? {},
  array: { maxItems: LONGEST_LIST },
};

/**
 * The same document with a limit on every text, whole number and list; those that are stated stand. Where null is admitted
 * beside codes it is one of them (OpenAPI 3.0.3, `nullable`).
 */
export function withLimits<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withLimits) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withLimits(value as unknown)]));
  return { ...limitsOf(part as Schema), ...copy, ...withNull(part as Schema) } as Part;
}

function withNull({ nullable, enum: values }: Schema): Schema | undefined {
  return nullable === true && Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : undefined;
}

function limitsOf({ type, format, enum: values }: Schema): Schema | undefined {
  if (typeof type !== 'string' || values !== undefined) return undefined;
  return limitsOfFormat[String(format)] ?? limitsOfType[type];
}
