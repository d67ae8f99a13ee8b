package pairdesk.venues.polymarket.chain;

import pairdesk.venues.net.Secret;

/** How the relayer knows us. */
public sealed interface RelayerAccess {

  /**
   * A key of the builder program; requests are signed with its secret.
   *
   * @param key uuid, public
   * @param secret base64, standard or url-safe, padded or not
   */
  record Builder(String key, Secret secret, Secret passphrase) implements RelayerAccess {}

  /**
   * A key of the relayer itself.
   *
   * @param owner address that made the key
   */
  record RelayerKey(Secret key, String owner) implements RelayerAccess {}
}
