package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** A key that signs with web3j. */
public record TestKey(Credentials credentials) implements ChainKey {
  public static TestKey of(String privateKey) {
    return new TestKey(Credentials.create(privateKey));
  }

  public static TestKey of(long privateKey) {
    return of(BigInteger.valueOf(privateKey).toString(16));
  }

  @Override
  public String address() {
    return Keys.toChecksumAddress(credentials.getAddress());
  }

  @Override
  public byte[] sign(byte[] digest) {
    Sign.SignatureData signature = Sign.signMessage(digest, credentials.getEcKeyPair(), false);
    return Bytes.concat(signature.getR(), signature.getS(), signature.getV());
  }
}
