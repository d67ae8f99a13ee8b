package pairdesk.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.control.ControlFront.World;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;

/** What is true, for tests to compare with. */
final class TruthRoutes {
  private final World world;
  private final Names names;
  private final Play play;

  TruthRoutes(World world, Names names, Play play) {
    this.world = world;
    this.names = names;
    this.play = play;
  }

  void enter(RoutesConfig routes) {
    answer(routes, "accounts", this::accounts);
    answer(routes, "checkpoint", this::checkpoint);
    answer(routes, "pairs", this::pairs);
    answer(routes, "requests", this::requests);
    answer(routes, "missing", this::missing);
    answer(routes, "rules", this::rules);
    answer(routes, "scenario", this::scenario);
    routes.get("/truth/books/{venue}/{market}", this::book);
  }

  private static void answer(RoutesConfig routes, String name, Supplier<JsonNode> truth) {
    routes.get("/truth/" + name, context -> ControlFront.reply(context, truth.get()));
  }

  private JsonNode accounts() {
    ObjectNode node = TruthJson.object();
    node.set("kalshi", TruthJson.account(world.exchange(), names.trader(VenueId.KALSHI)));
    node.set("polymarket", TruthJson.account(world.exchange(), names.trader(VenueId.POLYMARKET)));
    return node;
  }

  /** Both venues at one moment: nothing happens between the parts. */
  private JsonNode checkpoint() {
    Exchange exchange = world.exchange();
    var taken = new AtomicReference<JsonNode>();
    exchange.locked(() -> {
      ObjectNode node = TruthJson.object().put("at", exchange.clock().instant().toString());
      node.set("kalshi", checkpoint(names.trader(VenueId.KALSHI)));
      node.set("polymarket", checkpoint(names.trader(VenueId.POLYMARKET)));
      taken.set(node);
    });
    return taken.get();
  }

  private ObjectNode checkpoint(AccountId account) {
    return Checkpoint.of(world.exchange(), account).json();
  }

  private JsonNode pairs() {
    ObjectNode node = TruthJson.object();
    return node.set("pairs", TruthJson.list(world.catalogue().truePairs(), TruthJson::pair));
  }

  private JsonNode requests() {
    ObjectNode node = TruthJson.object();
    return node.set("requests", TruthJson.list(world.log().entries(), TruthJson::request));
  }

  private JsonNode missing() {
    ObjectNode node = TruthJson.object();
    return node.set(
        "missing", TruthJson.list(world.log().missing().entrySet(), TruthJson::missing));
  }

  private JsonNode rules() {
    ObjectNode node = TruthJson.object();
    return node.set("rules", TruthJson.list(world.faults().tallies(), TruthJson::tally));
  }

  private JsonNode scenario() {
    ObjectNode node = TruthJson.object();
    return node.set("steps", TruthJson.list(play.steps(), TruthJson::step));
  }

  private void book(Context context) {
    var venue = context.pathParam("venue").equals("kalshi") ? VenueId.KALSHI : VenueId.POLYMARKET;
    var market = new MarketId(venue, context.pathParam("market"));
    if (world.exchange().market(market).isEmpty()) {
      throw new BadInput("market", "is not listed");
    }
    ControlFront.reply(context, TruthJson.book(world.exchange().book(market)));
  }
}
