package pairdesk.sandbox.exchange;

import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/** All that rests at one price. */
public record Level(Price price, Quantity quantity) {}
