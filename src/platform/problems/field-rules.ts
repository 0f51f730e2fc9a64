import type { Words } from './language.js';

/**
 * The rules that a field of any register can break, with their words. The key is the stable `code` in `errors[]`;
 * `{name}` is filled from the rule's parameters.
 */
const common: Readonly<Record<string, Words>> = {
  required: { vi: 'Không được để trống.', en: 'It is required.' },
  empty: {
    vi: 'Chuỗi rỗng không có giá trị: hãy bỏ trường này, hoặc gửi null.',
    en: 'An empty text says nothing: leave the field out, or send null.',
  },
  'unknown-field': {
    vi: 'Không có trường này; được phép: {allowed}.',
    en: 'There is no such field; allowed: {allowed}.',
  },
  'unknown-parameter': {
    vi: 'Không có tham số này; được phép: {allowed}.',
    en: 'There is no such parameter; allowed: {allowed}.',
  },
  'no-parameters': {
    vi: 'Lệnh ghi không nhận tham số trên địa chỉ: hãy gửi trong nội dung yêu cầu.',
    en: 'A write takes no parameters in its address: send what it needs in its body.',
  },
  'not-with-a-file': {
    vi: 'Tệp chứa cả danh sách: bỏ tham số này, hoặc bỏ format.',
    en: 'A file holds the whole list: leave this parameter out, or format.',
  },
  'too-many-rows': {
    vi: 'Danh sách có hơn {max} dòng: hãy lọc bớt.',
    en: 'The list has more than {max} rows: narrow it by filters.',
  },
  'not-text': { vi: 'Phải là chuỗi ký tự.', en: 'It must be text.' },
  'unsafe-text': {
    vi: 'Chứa ký tự không được phép (NUL, ký tự điều khiển như xuống dòng hoặc tab, cặp thay thế lẻ hoặc hơn 30 dấu trên một chữ).',
    en: 'It holds a character that is not allowed (NUL, a control character such as a line break or a tab, a lone surrogate, or a letter with more than 30 marks).',
  },
  'says-nothing': {
    vi: 'Phải có chữ cái, chữ số hoặc ký hiệu đơn vị.',
    en: 'It must have a letter, a digit or the sign of a unit.',
  },
  'too-long': { vi: 'Dài quá {max} ký tự.', en: 'It is longer than {max} characters.' },
  'too-short': { vi: 'Ngắn hơn {min} ký tự.', en: 'It is shorter than {min} characters.' },
  'not-a-day': {
    vi: 'Phải là một ngày có thật từ 1900 đến 2100, dạng YYYY-MM-DD.',
    en: 'It must be a real day from 1900 to 2100, written YYYY-MM-DD.',
  },
  'not-an-instant': {
    vi: 'Phải là một thời điểm dạng RFC 3339, ví dụ 2020-11-27T01:00:00Z.',
    en: 'It must be an instant in RFC 3339, for example 2020-11-27T01:00:00Z.',
  },
  'not-that-day': {
    vi: 'Phải là {day}, ngày của thời điểm được hỏi, hoặc bỏ trống.',
    en: 'It must be {day}, the day of the instant that is asked for, or be left out.',
  },
  'not-a-moment': {
    vi: 'Phải là một thời điểm (RFC 3339) hoặc một số thứ tự của nhật ký.',
    en: 'It must be an instant (RFC 3339) or a number of the audit sequence.',
  },
  'in-the-future': { vi: 'Không được ở tương lai.', en: 'It must not lie in the future.' },
  'not-an-integer': { vi: 'Phải là số nguyên.', en: 'It must be a whole number.' },
  'not-a-number': { vi: 'Phải là số.', en: 'It must be a number.' },
  'out-of-range': { vi: 'Phải từ {min} đến {max}.', en: 'It must be from {min} to {max}.' },
  'not-a-flag': { vi: 'Phải là true hoặc false.', en: 'It must be true or false.' },
  'not-in-list': { vi: 'Phải là một trong: {allowed}.', en: 'It must be one of: {allowed}.' },
  'not-a-code': {
    vi: 'Phải là một mã: bắt đầu bằng chữ thường không dấu, rồi đến chữ thường, chữ số hoặc dấu gạch dưới; mã số liệu có thể gồm nhiều từ như vậy, cách nhau bằng dấu chấm.',
    en: 'It must be a code: a small letter, then small letters, digits or underscores; that of a figure may be several such words with points between.',
  },
  'unknown-code': { vi: 'Mã này không có trong danh mục {list}.', en: 'This code is not in the list {list}.' },
  'not-an-id': { vi: 'Phải là một UUID.', en: 'It must be a UUID.' },
  'unknown-reference': { vi: 'Không tìm thấy bản ghi này.', en: 'There is no such record.' },
  'not-an-object': { vi: 'Phải là một đối tượng.', en: 'It must be an object.' },
  'not-a-list': { vi: 'Phải là một danh sách.', en: 'It must be a list.' },
  'too-many': { vi: 'Chỉ được nhiều nhất {max} mục.', en: 'At most {max} may be given.' },
  'too-few': { vi: 'Phải có ít nhất {min} mục.', en: 'At least {min} must be given.' },
  'not-a-cursor': { vi: 'Con trỏ trang không hợp lệ.', en: 'It is no cursor that this list gave.' },
  'not-an-email': { vi: 'Không phải địa chỉ thư điện tử.', en: 'It is no e-mail address.' },
  'before-start': { vi: 'Không được trước {start}.', en: 'It must not be before {start}.' },
  duplicate: {
    vi: 'Trùng với {first} trong cùng yêu cầu.',
    en: 'It repeats {first} of the same request.',
  },
};

const declared = new Map(Object.entries(common));

/** Declares a rule of one register, beside its problems. @returns its code */
export function fieldRule(code: string, words: Words): string {
  if (declared.has(code)) throw new Error(`There is a rule ${code} already.`);
  declared.set(code, words);
  return code;
}

export const wordsOfRule = (code: string): Words | undefined => declared.get(code);
