const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** A number as it is read in Vietnamese: with a decimal comma, and a point for thousands. */
export const inVietnamese = (value: number): string => format.format(value);
