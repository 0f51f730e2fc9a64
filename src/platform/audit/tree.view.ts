import { ReadModel } from '../reading/read-model.js';
import { instant, integer, text } from '../reading/view-fields.js';
import { knownBy } from './history.view.js';

/** A signed root of the log. It says nothing about anybody, so whoever audits sees all of them. */
export class CheckpointView extends ReadModel({
  says: 'A signed checkpoint of the audit log',
  from: 'audit.checkpoints c',
  where: knownBy('c.size'),
  key: 'c.size',
  scopes: {},
  fields: {
    size: integer('c.size', 'How many events it covers, from the first on', { sort: true }),
    root: text("encode(c.root, 'base64')", 'Root of the Merkle tree over them (RFC 6962)'),
    madeAt: instant('c.made_at', 'When it was signed', { filter: 'range' }),
    note: text('c.note', 'The signed note (c2sp.org/signed-note), byte by byte'),
  },
  order: '-size',
}) {}

/** Who signs the log. */
export class SigningKeyView extends ReadModel({
  says: 'A key that signs the audit log',
  from: 'audit.signing_keys k',
  key: 'k.step',
  scopes: {},
  fields: {
    step: integer('k.step', 'Which one it is; the last signs now', { sort: true }),
    key: text('audit.verifier_key(k.name, k.public_key)', 'The public key, as those who verify are given it'),
    since: instant('k.since', 'Since when'),
  },
  order: '-step',
}) {}
