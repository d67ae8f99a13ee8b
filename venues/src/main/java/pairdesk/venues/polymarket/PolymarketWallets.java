package pairdesk.venues.polymarket;

import static pairdesk.venues.polymarket.Eip712.address;
import static pairdesk.venues.polymarket.Eip712.bytes;
import static pairdesk.venues.polymarket.Eip712.bytes32;
import static pairdesk.venues.polymarket.Eip712.keccak;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.web3j.crypto.Keys;

/** The addresses that the venue's factories give to the wallets of a key (CREATE2). */
final class PolymarketWallets {
  private static final String PROXY_FACTORY = "0xaB45c5A4B0c941a2F231C04C3f49182e1A254052";
  private static final byte[] PROXY_CODE =
      bytes32("0xd21df8dc65880a8606f09fe0ce3df9b8869287ab0b058be05aa9e8af6330a00b");
  private static final String SAFE_FACTORY = "0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b";
  private static final byte[] SAFE_CODE =
      bytes32("0x2bce2127ff07fb632d16c8347c4ebf501f4841168bed00d9e6ef715ddb6fcecf");
  private static final String DEPOSIT_FACTORY = "0x00000000000Fb5C9ADea0298D729A0CB3823Cc07";
  private static final String DEPOSIT_IMPLEMENTATION = "0x58CA52ebe0DadfdF531Cde7062e76746de4Db1eB";
  private static final String DEPOSIT_BEACON = "0x7A18EDfe055488A3128f01F563e5B479D92ffc3a";

  private PolymarketWallets() {}

  /** The wallet of a new account of this kind. */
  static String derived(SignatureType type, String owner) {
    return switch (type) {
      case EOA -> owner;
      case POLY_PROXY -> proxy(owner);
      case POLY_GNOSIS_SAFE -> safe(owner);
      case POLY_1271 -> depositWallet(owner);
    };
  }

  /** All wallets that an account of this kind may have; older deposit wallets differ. */
  static Set<String> possible(SignatureType type, String owner) {
    return type == SignatureType.POLY_1271
        ? Set.of(depositWallet(owner), olderDepositWallet(owner))
        : Set.of(derived(type, owner));
  }

  static String proxy(String owner) {
    return create2(PROXY_FACTORY, keccak(bytes(owner, 20)), PROXY_CODE);
  }

  static String safe(String owner) {
    return create2(SAFE_FACTORY, keccak(address(owner)), SAFE_CODE);
  }

  /** A beacon proxy, since 2026-06-29. */
  static String depositWallet(String owner) {
    return depositWallet(
        owner,
        "6100523d8160233d3973",
        DEPOSIT_BEACON,
        "60195155f3363d3d373d3d363d602036600436635c60da"
            + "1b60e01b36527fa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6c"
            + "b3582b35133d50545afa5036515af43d6000803e604d573d6000fd5b3d6000f3");
  }

  /** An ERC-1967 proxy, before 2026-06-29. */
  static String olderDepositWallet(String owner) {
    return depositWallet(
        owner,
        "61003d3d8160233d3973",
        DEPOSIT_IMPLEMENTATION,
        "6009"
            + "5155f3363d3d373d3d363d7f360894a13ba1a3210667c828492db98dca3e2076"
            + "cc3735a920a3ca505d382bbc545af43d6000803e6038573d6000fd5b3d6000f3");
  }

  /**
   * Solady's proxies carry their arguments behind their code, and the arguments' length in its
   * first instruction.
   */
  private static String depositWallet(String owner, String prefix, String delegate, String code) {
    byte[] factory = address(DEPOSIT_FACTORY);
    byte[] id = address(owner);
    BigInteger length = BigInteger.valueOf(factory.length + id.length).shiftLeft(56);
    byte[] start = Eip712.uint(new BigInteger(prefix, 16).add(length));
    byte[] initCode =
        keccak(
            Arrays.copyOfRange(start, Eip712.WORD - 10, Eip712.WORD),
            bytes(delegate, 20),
            HexFormat.of().parseHex(code),
            factory,
            id);
    return create2(DEPOSIT_FACTORY, keccak(factory, id), initCode);
  }

  private static String create2(String factory, byte[] salt, byte[] initCodeHash) {
    byte[] hash = keccak(new byte[] {(byte) 0xff}, bytes(factory, 20), salt, initCodeHash);
    return Keys.toChecksumAddress(Eip712.hex(Arrays.copyOfRange(hash, 12, Eip712.WORD)));
  }
}
