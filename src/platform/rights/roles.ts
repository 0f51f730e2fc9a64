/** Who works with the registry. Every account has exactly one role. */
export const roles = ['administrator', 'secretariat', 'auditor', 'member'] as const;
export type Role = (typeof roles)[number];

/** How a role is named to its people. */
export const roleNames: Readonly<Record<Role, { vi: string; en: string }>> = {
  administrator: { vi: 'quản trị', en: 'administrator' },
  secretariat: { vi: 'văn phòng', en: 'secretariat' },
  auditor: { vi: 'kiểm toán', en: 'auditor' },
  member: { vi: 'tổ chức thành viên', en: 'member organisation' },
};
