package pairdesk.venues.net;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Clock and randomness, passed in together: what makes a run repeatable. */
public record Chance(InstantSource clock, RandomGenerator random) {}
