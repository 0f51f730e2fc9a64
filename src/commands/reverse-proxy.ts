import type { Settings } from '../platform/config/settings.js';

/** What is wrong where people come by https, which this server does not speak itself, and no proxy is believed. */
export function faultOfProxy({
  publicUrl,
  trustedProxies,
}: Pick<Settings, 'publicUrl' | 'trustedProxies'>): string | null {
  if (!publicUrl?.startsWith('https:') || trustedProxies.length > 0) return null;
  return 'TRUSTED_PROXIES is not set: all who come through the proxy are counted as one, and the wrong passwords of one keep out all';
}
