package pairdesk.venues.polymarket.chain;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Transport;

/** What an account does and sees on the chain. */
public final class PolymarketChain {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final @Nullable ChainReader reader;
  private final @Nullable ChainSender sender;

  private PolymarketChain(@Nullable ChainReader reader, @Nullable ChainSender sender) {
    this.reader = reader;
    this.sender = sender;
  }

  /**
   * Who acts on which chain.
   *
   * @param wallet null: the key's own address holds the money
   */
  public record Owner(long chainId, ChainKey key, @Nullable RelayerWallet wallet) {}

  /**
   * @param node address of a node's JSON-RPC; null: nothing is read, and the key sends nothing
   * @param relayer null: wallets cannot act
   * @param limit how long one question may take
   */
  public record Settings(
      @Nullable URI node, @Nullable Relayer relayer, GasLimits gas, Duration limit) {
    /** Off. */
    public static final Settings NONE =
        new Settings(null, null, GasLimits.POLYGON, Duration.ofSeconds(10));

    /** Without the node's address, which may hold a key of its provider. */
    @Override
    public String toString() {
      return "Settings[node "
          + (node == null ? "none" : "***")
          + ", relayer "
          + (relayer == null ? "none" : relayer.address())
          + "]";
    }
  }

  /** Where the relayer is, and how it knows us. */
  public record Relayer(URI address, RelayerAccess access) {
    public static final URI PRODUCTION = URI.create("https://relayer-v2.polymarket.com");
  }

  /**
   * Connects to nothing yet.
   *
   * @throws IllegalArgumentException when no contracts are known on this chain, or an address is
   *     plain text to another machine
   */
  public static PolymarketChain of(
      Owner owner, Settings settings, Transport transport, Chance chance) {
    ContractTable contracts = ContractTable.of(owner.chainId());
    var net = new Net(transport, chance);
    var encoder = new CallEncoder(contracts);
    Node node =
        settings.node() == null
            ? null
            : new Node(
                new JsonRpc(net.transport(), settings.node(), settings.limit(), net.chance()),
                contracts.chainId());
    RelayerWallet wallet = owner.wallet();
    String holder = wallet == null ? owner.key().address() : wallet.address();
    return new PolymarketChain(
        node == null ? null : new ChainReader(node, contracts, holder),
        wallet == null
            ? own(node, encoder, owner, settings, net)
            : relayed(wallet, encoder, owner, settings, net));
  }

  /** How anything is reached. */
  private record Net(Transport transport, Chance chance) {}

  private static @Nullable ChainSender own(
      @Nullable Node node, CallEncoder encoder, Owner owner, Settings settings, Net net) {
    return node == null
        ? null
        : new EoaSender(
            node, encoder, owner.key(), settings.gas(), new Waiting(net.chance().clock(), PAUSE));
  }

  private static @Nullable ChainSender relayed(
      RelayerWallet wallet, CallEncoder encoder, Owner owner, Settings settings, Net net) {
    Relayer relayer = settings.relayer();
    if (relayer == null) {
      return null;
    }
    var api =
        new RelayerApi(
            net.transport(), relayer.address(), relayer.access(), settings.limit(), net.chance());
    var waiting = new Waiting(net.chance().clock(), PAUSE);
    var timing = new RelayerSender.Timing(net.chance().clock(), waiting, settings.gas().patience());
    return new RelayerSender(api, encoder, owner.key(), wallet, timing);
  }

  /** Empty when the settings name no node. */
  public Optional<ChainReader> reader() {
    return Optional.ofNullable(reader);
  }

  /** Empty when the settings name nothing that this kind of account can send through. */
  public Optional<ChainSender> sender() {
    return Optional.ofNullable(sender);
  }
}
