/** SQL: whether a key is good now. It opens nothing that its maker could not make it for any more. */
export const keyIsGood = (key: string): string =>
  `(${key}.revoked_at is null and ${key}.expires_at > now()
    and not exists (select from accounts m where m.id = ${key}.made_by and (m.disabled_at is not null or m.voided_at is not null
      or m.role <> case ${key}.role when 'auditor' then 'administrator' else ${key}.role end
      or (${key}.role <> 'auditor' and m.alliance_id <> ${key}.alliance_id))))`;
