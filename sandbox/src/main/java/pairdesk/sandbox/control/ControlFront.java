package pairdesk.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestLog;
import pairdesk.sandbox.flow.Participants;
import pairdesk.sandbox.wire.LoopbackServer;

/** The control port on loopback: {@code /truth/…} to read, {@code /control/…} to change. */
public final class ControlFront implements AutoCloseable {
  private final Faults faults;
  private final RuleReader rules;
  private final Switches switches;
  private final Play play;
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
    var names = new Names(world.exchange(), world.catalogue(), world.traders());
    faults = world.faults();
    rules = new RuleReader(names);
    switches = new Switches(world, rules, names);
    play = new Play(world.exchange(), faults, rules);
    var truth = new TruthRoutes(world, names, play);
    server =
        LoopbackServer.start(
            port,
            config -> {
              truth.enter(config.routes);
              enter(config.routes);
            });
  }

  /**
   * @param port 0 for a free one
   */
  public static ControlFront start(int port, World world) {
    return new ControlFront(port, world);
  }

  private void enter(RoutesConfig routes) {
    for (String name : switches.names()) {
      routes.post(
          "/control/" + name,
          context -> {
            switches.read(name, Input.parse(context.body())).run();
            done(context);
          });
    }
    routes.post(
        "/control/scenario",
        context -> {
          play(context.body());
          done(context);
        });
    routes.delete(
        "/control/rules",
        context -> {
          faults.clear();
          done(context);
        });
    routes.exception(BadInput.class, ControlFront::complain);
    routes.exception(
        BadScenario.class,
        (problem, context) ->
            complain(new BadInput("", String.valueOf(problem.getMessage())), context));
  }

  /**
   * Plays a scenario from now on.
   *
   * @param text of the file
   * @throws BadScenario when it cannot be played; then none of it is
   */
  public void play(String text) {
    play.start(Scenario.read(text, switches, rules));
  }

  private static void done(Context context) {
    reply(context, TruthJson.object().put("ok", true));
  }

  private static void complain(BadInput problem, Context context) {
    ObjectNode error =
        TruthJson.object().put("field", problem.field()).put("problem", problem.getMessage());
    context.status(400);
    reply(context, TruthJson.object().set("error", error));
  }

  static void reply(Context context, JsonNode body) {
    context.contentType("application/json").result(body.toString());
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
