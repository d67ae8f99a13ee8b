package pairdesk.sandbox.wire.polymarket.signing;

import java.util.Set;

/**
 * The wallets that the venue deploys for a key; each address follows from the key's own by CREATE2.
 *
 * @param proxy signature type 1
 * @param safe signature type 2
 * @param depositWallet signature type 3, as deployed since 2026-06-29
 * @param olderDepositWallet signature type 3, as deployed before
 */
public record Wallets(
    Address owner, Address proxy, Address safe, Address depositWallet, Address olderDepositWallet) {
  private static final Address PROXY_FACTORY =
      new Address("0xaB45c5A4B0c941a2F231C04C3f49182e1A254052");
  private static final byte[] PROXY_CODE_HASH =
      Words.bytes("0xd21df8dc65880a8606f09fe0ce3df9b8869287ab0b058be05aa9e8af6330a00b");
  private static final Address SAFE_FACTORY =
      new Address("0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b");
  private static final byte[] SAFE_CODE_HASH =
      Words.bytes("0x2bce2127ff07fb632d16c8347c4ebf501f4841168bed00d9e6ef715ddb6fcecf");
  private static final Address DEPOSIT_FACTORY =
      new Address("0x00000000000Fb5C9ADea0298D729A0CB3823Cc07");
  private static final Address DEPOSIT_BEACON =
      new Address("0x7A18EDfe055488A3128f01F563e5B479D92ffc3a");
  private static final Address DEPOSIT_IMPLEMENTATION =
      new Address("0x58CA52ebe0DadfdF531Cde7062e76746de4Db1eB");

  public static Wallets of(Address owner) {
    byte[] padded = Words.word(owner);
    byte[] arguments = Words.concat(Words.word(DEPOSIT_FACTORY), padded);
    byte[] depositSalt = Words.keccak(arguments);
    return new Wallets(
        owner,
        Address.create2(PROXY_FACTORY, Words.keccak(owner.bytes()), PROXY_CODE_HASH),
        Address.create2(SAFE_FACTORY, Words.keccak(padded), SAFE_CODE_HASH),
        Address.create2(DEPOSIT_FACTORY, depositSalt, Words.keccak(beaconProxy(arguments))),
        Address.create2(DEPOSIT_FACTORY, depositSalt, Words.keccak(directProxy(arguments))));
  }

  /** Who may stand as maker of an order with this signature type. */
  public Set<Address> makers(int signatureType) {
    return switch (signatureType) {
      case 0 -> Set.of(owner);
      case 1 -> Set.of(proxy);
      case 2 -> Set.of(safe);
      case 3 -> Set.of(depositWallet, olderDepositWallet);
      default -> Set.of();
    };
  }

  public boolean holds(Address wallet) {
    return wallet.equals(owner)
        || wallet.equals(proxy)
        || wallet.equals(safe)
        || wallet.equals(depositWallet)
        || wallet.equals(olderDepositWallet);
  }

  /** Creation code of Solady's ERC-1967 beacon proxy with arguments behind its code. */
  private static byte[] beaconProxy(byte[] arguments) {
    return Words.concat(
        lengthPrefix(0x52 + arguments.length),
        DEPOSIT_BEACON.bytes(),
        Words.bytes("60195155f3363d3d373d3d363d602036600436635c60da"),
        Words.bytes("1b60e01b36527fa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6c"),
        Words.bytes("b3582b35133d50545afa5036515af43d6000803e604d573d6000fd5b3d6000f3"),
        arguments);
  }

  /** Creation code of Solady's ERC-1967 proxy with arguments behind its code. */
  private static byte[] directProxy(byte[] arguments) {
    return Words.concat(
        lengthPrefix(0x3d + arguments.length),
        DEPOSIT_IMPLEMENTATION.bytes(),
        Words.bytes("60095155f3363d3d373d3d363d7f360894a13ba1a3210667c828492db98dca3e2076"),
        Words.bytes("cc3735a920a3ca505d382bbc545af43d6000803e6038573d6000fd5b3d6000f3"),
        arguments);
  }

  private static byte[] lengthPrefix(int length) {
    return Words.bytes("61%04x3d8160233d3973".formatted(length));
  }
}
