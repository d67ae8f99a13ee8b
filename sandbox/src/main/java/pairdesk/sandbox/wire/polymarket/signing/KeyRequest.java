package pairdesk.sandbox.wire.polymarket.signing;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What a wallet signs to be given an API key (ClobAuth, "L1").
 *
 * @param timestamp seconds since 1970, as the text that was signed
 */
public record KeyRequest(Address address, String timestamp, BigInteger nonce) {
  private static final byte[] DOMAIN_SEPARATOR =
      Words.keccak(
          Words.keccak("EIP712Domain(string name,string version,uint256 chainId)"),
          Words.keccak("ClobAuthDomain"),
          Words.keccak("1"),
          Words.word(Contracts.CHAIN_ID));
  private static final byte[] TYPE_HASH =
      Words.keccak("ClobAuth(address address,string timestamp,uint256 nonce,string message)");
  private static final byte[] MESSAGE_HASH =
      Words.keccak("This message attests that I control the given wallet");

  public byte[] digest() {
    return Words.digest(
        DOMAIN_SEPARATOR,
        Words.keccak(
            TYPE_HASH,
            Words.word(address),
            Words.keccak(timestamp),
            Words.word(nonce),
            MESSAGE_HASH));
  }

  public boolean matches(byte[] signature) {
    return Recovery.signer(digest(), signature).equals(Optional.of(address));
  }
}
