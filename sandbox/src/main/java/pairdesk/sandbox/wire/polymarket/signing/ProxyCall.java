package pairdesk.sandbox.wire.polymarket.signing;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A call of the factory of proxy wallets, as their owner signs it: a personal message over what the
 * relay hub of the GSN will check.
 *
 * @param relay who sends it
 */
public record ProxyCall(
    Address from, String data, BigInteger gasLimit, BigInteger nonce, Address relay) {
  public static final Address FACTORY = new Address("0xaB45c5A4B0c941a2F231C04C3f49182e1A254052");
  public static final Address RELAY_HUB = new Address("0xD216153c06E857cD7f72665E0aF1d7D82172F494");

  /** The key behind the signature; empty when it is none. */
  public Optional<Address> signer(byte[] signature) {
    byte[] none = Words.word(0);
    byte[] digest =
        Words.keccak(
            Words.ascii("rlx:"),
            from.bytes(),
            FACTORY.bytes(),
            Words.bytes(data),
            none,
            none,
            Words.word(gasLimit),
            Words.word(nonce),
            RELAY_HUB.bytes(),
            relay.bytes());
    return Recovery.signer(Words.personal(digest), signature);
  }
}
