const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * The next tax code (mã số thuế) with a right check digit, 10 − (Σ digit × weight mod 11). Numbers for which that is 10
 * are not given out.
 */
export function nextTaxCode(): string {
  for (;;) {
    const digits = `02${String((counter += 1)).padStart(7, '0')}`;
    const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
    const check = 10 - (sum % 11);
    if (check < 10 && check >= 0) return digits + String(check);
  }
}

let counter = 10_000;
