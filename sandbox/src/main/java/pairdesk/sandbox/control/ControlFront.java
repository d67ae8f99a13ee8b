package pairdesk.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Consumer;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestLog;
import pairdesk.sandbox.flow.Participants;
import pairdesk.sandbox.wire.LoopbackServer;

/** The control port on loopback: {@code /truth/…} to read, {@code /control/…} to change. */
public final class ControlFront implements AutoCloseable {
  private final World world;
  private final Rules rules;
  private final Switches switches;
  private final LoopbackServer server;

  /** Everything that can be seen and changed. */
  public record World(
      Exchange exchange,
      Catalogue catalogue,
      Participants participants,
      Faults faults,
      RequestLog log,
      Traders traders) {}

  /** The account of each venue's API key. */
  public record Traders(AccountId kalshi, AccountId polymarket) {}

  private ControlFront(int port, World world) {
    this.world = world;
    this.rules = new Rules(world.faults());
    this.switches =
        new Switches(
            world.exchange(),
            world.participants(),
            new Switches.Accounts(world.traders().kalshi(), world.traders().polymarket()));
    this.server = LoopbackServer.start(port, config -> enter(config.routes));
  }

  /**
   * @param port 0 for a free one
   */
  public static ControlFront start(int port, World world) {
    return new ControlFront(port, world);
  }

  private void enter(RoutesConfig routes) {
    routes.get("/truth/accounts", context -> reply(context, accounts()));
    routes.get("/truth/pairs", context -> reply(context, pairs()));
    routes.get("/truth/requests", context -> reply(context, requests()));
    routes.get("/truth/books/{venue}/{market}", this::book);
    post(routes, "rules", input -> rules.add(input, world.exchange().clock().instant()));
    routes.delete("/control/rules", this::clearRules);
    post(routes, "venue", switches::venue);
    post(routes, "market", switches::market);
    post(routes, "book", switches::book);
    post(routes, "clock", switches::clock);
    post(routes, "account", switches::account);
    post(routes, "settlement", switches::settlement);
    routes.exception(BadInput.class, ControlFront::complain);
  }

  private static void post(RoutesConfig routes, String name, Consumer<Input> work) {
    routes.post(
        "/control/" + name,
        context -> {
          work.accept(Input.parse(context.body()));
          reply(context, TruthJson.object().put("ok", true));
        });
  }

  private static void complain(BadInput problem, Context context) {
    ObjectNode error =
        TruthJson.object().put("field", problem.field()).put("problem", problem.getMessage());
    context.status(400);
    reply(context, TruthJson.object().set("error", error));
  }

  private static void reply(Context context, JsonNode body) {
    context.contentType("application/json").result(body.toString());
  }

  private void clearRules(Context context) {
    world.faults().clear();
    reply(context, TruthJson.object().put("ok", true));
  }

  private JsonNode accounts() {
    ObjectNode node = TruthJson.object();
    node.set("kalshi", TruthJson.account(world.exchange(), world.traders().kalshi()));
    node.set("polymarket", TruthJson.account(world.exchange(), world.traders().polymarket()));
    return node;
  }

  private JsonNode pairs() {
    ObjectNode node = TruthJson.object();
    return node.set("pairs", TruthJson.list(world.catalogue().truePairs(), TruthJson::pair));
  }

  private JsonNode requests() {
    ObjectNode node = TruthJson.object();
    return node.set("requests", TruthJson.list(world.log().entries(), TruthJson::request));
  }

  private void book(Context context) {
    var venue = context.pathParam("venue").equals("kalshi") ? VenueId.KALSHI : VenueId.POLYMARKET;
    var market = new MarketId(venue, context.pathParam("market"));
    if (world.exchange().market(market).isEmpty()) {
      throw new BadInput("market", "is not listed");
    }
    reply(context, TruthJson.book(world.exchange().book(market)));
  }

  /** {@code http://127.0.0.1:port}, without a slash at the end. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
