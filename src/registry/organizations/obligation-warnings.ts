import { closedList } from '../../platform/records/code-list.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { foundedAfter } from './status-on-day.js';

const codes = closedList('obligation_warning', ['done_before_law', 'done_before_founding']);

/** Of obligation `ob`: what its papers say cannot have been so. */
export const obligationWarnings = warnings(codes, {
  done_before_law: `ob.voided_at is null and exists (select from codes_organizing_law law
        where law.code = ob.law and law.valid_from > ob.done_on)`,
  done_before_founding: `ob.voided_at is null and ${foundedAfter('ob.organization_id', 'ob.done_on')}`,
});
