package pairdesk.venues.polymarket;

import pairdesk.venues.net.Secret;

/**
 * The key of the private API; always belongs to the account's key, never to its wallet.
 *
 * @param key uuid, public
 * @param secret base64, standard or url-safe, padded or not
 * @param passphrase 64 hex digits
 */
public record ApiCredentials(String key, Secret secret, Secret passphrase) {}
