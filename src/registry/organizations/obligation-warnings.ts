import { closedList } from '../../platform/records/code-list.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { begunLater } from '../codes/code-on-day.js';
import { organizingLaws } from './organization.entity.js';
import { foundedAfter } from './status-on-day.js';

const codes = closedList('obligation_warning', ['done_before_law', 'done_before_founding']);

/** Of obligation `ob`: what its papers say cannot have been so. */
export const obligationWarnings = warnings(codes, {
  done_before_law: `ob.voided_at is null and ${begunLater(organizingLaws, 'ob.law', 'ob.done_on')}`,
  done_before_founding: `ob.voided_at is null and ${foundedAfter('ob.organization_id', 'ob.done_on')}`,
});
