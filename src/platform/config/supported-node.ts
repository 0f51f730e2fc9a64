/** What `engines` in package.json says. Imports nothing, so that it also runs where the rest would not load. */
export function nodeIsSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
}

/** Ends the program with one sentence when Node is too old for it. */
export function refuseUnsupportedNode(): void {
  if (nodeIsSupported(process.versions.node)) return;
  process.stderr.write(`This program needs Node 20.19, 22.12 or newer, and this is ${process.versions.node}.\n`);
  process.exit(1);
}
