import TestSequencer from '@jest/test-sequencer';

/** Those that take longest: begun last they would be waited for alone. */
const LONGEST = ['rights/matrix', 'demo/demo', 'platform/openapi', 'properties/named-search', 'stories/second-wall'];

/** Where no run before tells how long each file takes, as in a clean clone, the longest come first all the same. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const place = ({ path }) => LONGEST.findIndex((part) => path.includes(part)) + 1 || LONGEST.length + 1;
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
