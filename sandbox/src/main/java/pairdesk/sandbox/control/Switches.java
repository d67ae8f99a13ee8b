package pairdesk.sandbox.control;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pairdesk.sandbox.control.ControlFront.World;

/** Everything that can be changed, by name. */
final class Switches {
  private final Map<String, Switch> byName = new TreeMap<>();

  Switches(World world, RuleReader rules, Names names) {
    var exchange = world.exchange();
    var venues = new VenueSwitches(exchange);
    var markets = new MarketSwitches(exchange, world.participants(), names);
    var accounts = new AccountSwitches(exchange, names);
    byName.put("rules", new RuleSwitch(world.faults(), rules, exchange.clock()));
    byName.put("venue", venues::venue);
    byName.put("clock", venues::clock);
    byName.put("settlement", venues::settlement);
    byName.put("chain", new ChainSwitch(exchange.modes().chain()));
    byName.put("market", markets::market);
    byName.put("book", markets::book);
    byName.put("account", accounts::cash);
    byName.put("order", accounts::order);
    byName.put("fees", new FeeSwitch(exchange, names));
  }

  Set<String> names() {
    return byName.keySet();
  }

  /**
   * @throws BadInput when the input is not what the switch wants
   */
  Runnable read(String name, Input input) {
    Switch wanted = byName.get(name);
    if (wanted == null) {
      throw new IllegalArgumentException("no such switch: " + name);
    }
    Runnable work = wanted.read(input);
    input.refuseOthers();
    return work;
  }
}
