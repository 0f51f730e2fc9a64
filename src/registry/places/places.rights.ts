import { rights } from '../../platform/rights/rights.js';
import { PlaceView } from './place.view.js';

export const placeRights = rights(PlaceView, ['read'], (may) => [
  may('administrator', 'read').everywhere(),
  may('secretariat', 'read').everywhere(),
  may('auditor', 'read').everywhere(),
  may('member', 'read').everywhere(),
]);
