package pairdesk.sandbox.wire.polymarket.signing;

import java.math.BigInteger;
import java.util.Optional;

/**
 * One transaction of a Safe, as its owner signs it: the transaction's hash as a personal message.
 *
 * @param operation 0 for a call, 1 for the code of another contract run in the Safe's own name
 */
public record SafeCall(Address safe, ContractCall call, int operation, BigInteger nonce) {
  private static final int PERSONAL_V = 4;
  private static final byte[] DOMAIN_TYPE =
      Words.keccak("EIP712Domain(uint256 chainId,address verifyingContract)");
  private static final byte[] TYPE =
      Words.keccak(
          "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,"
              + "uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,"
              + "uint256 nonce)");

  /** The key behind the signature, whose last byte is 31 or 32; empty when it is none. */
  public Optional<Address> signer(byte[] signature) {
    if (signature.length != Recovery.LENGTH || signature[64] < 31 || signature[64] > 32) {
      return Optional.empty();
    }
    byte[] plain = signature.clone();
    plain[64] = (byte) (plain[64] - PERSONAL_V);
    return Recovery.signer(Words.personal(digest()), plain);
  }

  private byte[] digest() {
    byte[] domain = Words.keccak(DOMAIN_TYPE, Words.word(Contracts.CHAIN_ID), Words.word(safe));
    byte[] none = Words.word(0);
    byte[] struct =
        Words.keccak(
            TYPE,
            Words.word(call.to()),
            none,
            Words.keccak(call.bytes()),
            Words.word(operation),
            none,
            none,
            none,
            none,
            none,
            Words.word(nonce));
    return Words.digest(domain, struct);
  }
}
