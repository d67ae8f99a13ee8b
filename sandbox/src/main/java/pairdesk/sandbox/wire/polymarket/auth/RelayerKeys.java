package pairdesk.sandbox.wire.polymarket.auth;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pairdesk.sandbox.wire.polymarket.signing.Address;

/**
 * Keys of the relayer itself, one for each address. A person makes them at the website; here they
 * follow from seed and address.
 *
 * @param madeAt of all of them
 */
public record RelayerKeys(long seed, Instant madeAt) {

  public String of(Address owner) {
    String name = seed + " relayer " + owner.hex();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The owner whose key and address stand in the headers. */
  public Optional<Address> caller(Headers headers) {
    String key = headers.get("RELAYER_API_KEY").orElse("");
    return headers
        .get("RELAYER_API_KEY_ADDRESS")
        .filter(text -> text.matches("0x[0-9a-fA-F]{40}"))
        .map(Address::new)
        .filter(owner -> Hmac.matches(of(owner), key));
  }
}
