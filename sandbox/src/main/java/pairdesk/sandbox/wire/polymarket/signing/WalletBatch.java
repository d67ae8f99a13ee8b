package pairdesk.sandbox.wire.polymarket.signing;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Calls of a deposit wallet, as its owner signs them.
 *
 * @param deadline seconds since 1970 after which the wallet refuses them
 */
public record WalletBatch(
    Address wallet, BigInteger nonce, BigInteger deadline, List<ContractCall> calls) {
  public static final Address FACTORY = new Address("0x00000000000Fb5C9ADea0298D729A0CB3823Cc07");
  private static final String CALL = "Call(address target,uint256 value,bytes data)";
  private static final byte[] CALL_TYPE = Words.keccak(CALL);
  private static final byte[] BATCH_TYPE =
      Words.keccak("Batch(address wallet,uint256 nonce,uint256 deadline,Call[] calls)" + CALL);
  private static final byte[] DOMAIN_TYPE =
      Words.keccak(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

  public WalletBatch {
    calls = List.copyOf(calls);
  }

  /** The key behind the signature; empty when it is none. */
  public Optional<Address> signer(byte[] signature) {
    return Recovery.signer(Words.digest(domain(), struct()), signature);
  }

  private byte[] domain() {
    return Words.keccak(
        DOMAIN_TYPE,
        Words.keccak("DepositWallet"),
        Words.keccak("1"),
        Words.word(Contracts.CHAIN_ID),
        Words.word(wallet));
  }

  private byte[] struct() {
    byte[] hashes = Words.concat(calls.stream().map(WalletBatch::struct).toArray(byte[][]::new));
    return Words.keccak(
        BATCH_TYPE,
        Words.word(wallet),
        Words.word(nonce),
        Words.word(deadline),
        Words.keccak(hashes));
  }

  private static byte[] struct(ContractCall call) {
    return Words.keccak(
        CALL_TYPE, Words.word(call.to()), Words.word(0), Words.keccak(call.bytes()));
  }
}
