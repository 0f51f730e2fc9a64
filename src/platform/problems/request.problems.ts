import { Problem, problem, type FieldError } from './problem.js';

/** Problems that any request can meet, whatever the register. */
export const MalformedRequest = problem('malformed-request', 400, {
  title: { vi: 'Yêu cầu sai định dạng', en: 'Malformed request' },
  vi: 'Không đọc được yêu cầu: {why}.',
  en: 'The request cannot be read: {why}.',
});
export const InvalidParameters = problem('invalid-parameters', 400, {
  title: { vi: 'Tham số không hợp lệ', en: 'Invalid parameters' },
  vi: 'Có tham số không hợp lệ; xem chi tiết trong errors.',
  en: 'Some parameters are not valid; see errors.',
});
export const InvalidEntry = problem('invalid-entry', 422, {
  title: { vi: 'Dữ liệu không hợp lệ', en: 'Invalid entry' },
  vi: 'Có trường không đúng quy tắc; xem chi tiết trong errors.',
  en: 'Some fields break a rule; see errors.',
});
export const SignInNeeded = problem('sign-in-needed', 401, {
  title: { vi: 'Cần đăng nhập', en: 'Sign-in needed' },
  vi: 'Hãy đăng nhập (Authorization: Bearer …) hoặc gửi khóa (X-Api-Key).',
  en: 'Sign in (Authorization: Bearer …) or send a key (X-Api-Key).',
});
export const NotYourRight = problem('not-your-right', 403, {
  title: { vi: 'Không có quyền', en: 'Not your right' },
  vi: 'Vai trò hoặc khóa của bạn không được làm việc này.',
  en: 'Your role, or your key, may not do this.',
});
export const UnknownAddress = problem('unknown-address', 404, {
  title: { vi: 'Không có địa chỉ này', en: 'No such address' },
  vi: 'Không có địa chỉ này; xem /docs.',
  en: 'There is no such address; see /docs.',
});
export const MethodNotAllowed = problem('method-not-allowed', 405, {
  title: { vi: 'Phương thức không dùng được ở địa chỉ này', en: 'Not a method of this address' },
  vi: 'Địa chỉ này không nhận {method}; các phương thức dùng được: {allowed}.',
  en: 'This address does not take {method}; it takes {allowed}.',
});
export const UnknownRecord = problem('unknown-record', 404, {
  title: { vi: 'Không tìm thấy', en: 'Not found' },
  vi: 'Không có bản ghi nào như vậy trong phạm vi của bạn.',
  en: 'There is no such record within your reach.',
});
export const TakenBackAlready = problem('taken-back-already', 409, {
  title: { vi: 'Bản ghi đã bị hủy', en: 'The record was taken back' },
  vi: 'Bản ghi này, hoặc bản ghi chứa bản ghi này, đã bị hủy vì nhập nhầm nên không sửa hay hủy được nữa; hãy nhập bản ghi mới.',
  en: 'This record, or that to which it belongs, was taken back as entered by mistake, and stays as it is; enter a new one.',
});
export const StaleVersion = problem('stale-version', 412, {
  title: { vi: 'Bản ghi đã thay đổi', en: 'The record has changed' },
  vi: 'Bản ghi đã được sửa từ khi bạn đọc; phiên bản hiện nay là {version}.',
  en: 'The record was changed since you read it; its version is now {version}.',
});
export const StillUsed = problem(
  'still-has-rows',
  409,
  {
    title: { vi: 'Còn bản ghi phụ thuộc', en: 'Others depend on it' },
    vi: 'Còn {count} bản ghi đang tham chiếu bản ghi này ({records}): hãy sửa các bản ghi đó để tham chiếu đúng, hoặc hủy nếu cũng nhập nhầm.',
    en: '{count} records still name it ({records}): correct them to name the right one, or take them back if they are wrong too.',
  },
  { constraint: 'named_by_another_alliance' },
);
/** 412, with the ETag that `If-Match` would take: the hash that an answer's has is not compared. */
export const staleVersion = (version: number): Problem =>
  new Problem(StaleVersion, { version }, [], { ETag: `"${version}"` });
export const BodyTooLarge = problem('body-too-large', 413, {
  title: { vi: 'Yêu cầu quá lớn', en: 'Request too large' },
  vi: 'Nội dung yêu cầu vượt giới hạn {max} byte.',
  en: 'The request body exceeds {max} bytes.',
});
export const UnsupportedMedia = problem('unsupported-media-type', 415, {
  title: { vi: 'Kiểu nội dung không được hỗ trợ', en: 'Unsupported media type' },
  vi: 'Chỉ nhận application/json, không nén.',
  en: 'Only application/json is accepted, not compressed.',
});
export const IdempotencyKeyReused = problem('idempotency-key-reused', 422, {
  title: { vi: 'Khóa chống lặp đã dùng', en: 'Idempotency key reused' },
  vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác.',
  en: 'This Idempotency-Key was used for another request.',
});
export const IdempotencyInFlight = problem('idempotency-in-flight', 409, {
  title: { vi: 'Yêu cầu trước chưa xong', en: 'The first request is still running' },
  vi: 'Yêu cầu đầu tiên với Idempotency-Key này chưa xong.',
  en: 'The first request with this Idempotency-Key has not finished.',
});
export const IfMatchNeeded = problem('if-match-needed', 428, {
  title: { vi: 'Cần If-Match', en: 'If-Match needed' },
  vi: 'Hãy gửi If-Match với ETag đã đọc.',
  en: 'Send If-Match with the ETag that you read.',
});
export const TooManyRequests = problem('too-many-requests', 429, {
  title: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  vi: 'Hãy thử lại sau {seconds} giây.',
  en: 'Try again in {seconds} seconds.',
});
export const Unexpected = problem('unexpected', 500, {
  title: { vi: 'Lỗi không mong đợi', en: 'Unexpected error' },
  vi: 'Đã xảy ra lỗi; hãy báo mã yêu cầu cho người vận hành.',
  en: 'Something went wrong; tell the operator the request id.',
});
export const Unavailable = problem('unavailable', 503, {
  title: { vi: 'Tạm thời không phục vụ được', en: 'Temporarily unavailable' },
  vi: 'Cơ sở dữ liệu đang bận hoặc không kết nối được; hãy thử lại.',
  en: 'The database is busy or cannot be reached; try again.',
});
/** PostgreSQL ended the statement at its time limit; asked again as it was, it would take as long. */
export const TookTooLong = problem('took-too-long', 503, {
  title: { vi: 'Quá thời gian xử lý', en: 'It took too long' },
  vi: 'Yêu cầu này chưa xử lý xong trong thời hạn cho phép; hãy thu hẹp phạm vi (một Liên minh, một khoảng thời gian, một bộ lọc), hoặc thử lại sau.',
  en: 'This was not done within its time limit: ask for less (one alliance, a period, a filter), or try again later.',
});
/** What must be recorded before it is shown could not be; `cause` says why. */
export const NotRecorded = problem('not-recorded', 503, {
  title: { vi: 'Không ghi được nhật ký', en: 'It could not be recorded' },
  vi: 'Việc này phải được ghi vào nhật ký trước; hiện không ghi được nên không trả lời gì. Hãy thử lại.',
  en: 'This must be recorded in the audit log first; that is not possible now, so nothing is answered. Try again.',
});

/** At most this many field errors are reported: the rest would only repeat the lesson. */
export const MOST_ERRORS = 50;

/** 429 with its `Retry-After`. */
export const tooMany = (seconds: number): Problem =>
  new Problem(TooManyRequests, { seconds }, [], { 'Retry-After': String(seconds) });

/** 422: fields of the body that break a rule, each at its JSON pointer. */
export const invalidEntry = (errors: readonly FieldError[]): Problem =>
  new Problem(InvalidEntry, {}, errors.slice(0, MOST_ERRORS));

/** 422 for one field. */
export const invalidField = (pointer: string, rule: string, params: FieldError['params'] = {}): Problem =>
  invalidEntry([{ pointer, rule, params }]);

/** 400: parameters of the address that are unknown or not valid. */
export const invalidParameters = (errors: readonly FieldError[]): Problem =>
  new Problem(InvalidParameters, {}, errors.slice(0, MOST_ERRORS));
