package io.fluxalchemy.engine.driver;

import java.time.Duration;

/**
 * What the engine asks of a driver it configures itself.
 *
 * @param connectTimeout bound of opening a connection
 * @param preparedStatements most prepared statements kept per connection
 * @param eventLoops threads the connections of a pool are spread over
 */
public record DriverSettings(Duration connectTimeout, int preparedStatements, int eventLoops) {}
