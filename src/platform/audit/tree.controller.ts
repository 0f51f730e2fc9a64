import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../http/allow.js';
import { Lists, QueryOf, WantedOf } from '../http/describe.js';
import type { QueryReader } from '../reading/query.js';
import { Reader } from '../reading/reader.js';
import type { Wanted } from '../reading/wanted.js';
import type { Act } from '../rights/act.js';
import { treeRights } from './audit.rights.js';
import { hash, hashes, number, Proves } from './proves.js';
import { TreeProofs } from './tree-proofs.js';
import { CheckpointView, SigningKeyView } from './tree.view.js';

/** The Merkle tree of the log: its signed roots, and proofs against them. */
@ApiTags('Audit')
@Controller('api/v1/audit')
export class TreeController {
  constructor(
    private readonly reader: Reader,
    private readonly proofs: TreeProofs,
  ) {}

  @Get('checkpoints')
  @Allow(treeRights.read)
  @Lists(CheckpointView, {
    summary: 'The signed checkpoints of the log, newest first',
    description: 'Keep one elsewhere now and then: nothing that it covers can be changed unseen any more.',
  })
  checkpoints(@WantedOf(CheckpointView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(CheckpointView, wanted, act);
  }

  @Get('signing-keys')
  @Allow(treeRights.read)
  @Lists(SigningKeyView, { summary: 'The public keys that sign the log, the one of now first' })
  signingKeys(@WantedOf(SigningKeyView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(SigningKeyView, wanted, act);
  }

  @Get('inclusion-proof')
  @Allow(treeRights.read)
  @Proves(
    'InclusionProof',
    'That an event stands in the log, at its place, as it was signed',
    {
      seq: 'The number of the event in the log',
      size: 'How many events the tree covers, from the first on; those of the last checkpoint by default',
    },
    {
      seq: number,
      size: number,
      leafHash: hash,
      leaf: {
        type: 'string',
        nullable: true,
        description: 'The line that is hashed; null when the event is not yours',
      },
      root: hash,
      hashes,
    },
  )
  inclusion(@QueryOf() query: QueryReader, @By() act: Act) {
    return this.proofs.inclusion(query, act);
  }

  @Get('consistency-proof')
  @Allow(treeRights.read)
  @Proves(
    'ConsistencyProof',
    'That an earlier log is the beginning of a later one',
    {
      from: 'How many events the earlier log has',
      to: 'How many the later one has; those of the last checkpoint by default',
    },
    { from: number, to: number, fromRoot: hash, toRoot: hash, hashes },
  )
  consistency(@QueryOf() query: QueryReader, @By() act: Act) {
    return this.proofs.consistency(query, act);
  }
}
