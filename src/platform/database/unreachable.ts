/**
 * What to do where a database cannot be reached, as far as the failure tells.
 * @param variable the setting that holds its address
 */
export function cureOfUnreachable({ message }: Error, variable: string): string {
  if (/unsupported startup parameter/.test(message))
    return `let ${variable} lead to PostgreSQL itself, without a pooler that refuses the connection's options`;
  if (/certificate/.test(message))
    return `let ${variable} name the certificate of the authority that signed the server's (sslrootcert=/path/ca.crt)`;
  return `see that it runs and that ${variable} is right`;
}
