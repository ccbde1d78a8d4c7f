package io.healthconnect.architecture.offence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Offends: SQL joined from parts. */
final class JoinsSql {
  PreparedStatement find(Connection connection, String name) throws SQLException {
    return connection.prepareStatement("select id from account where name = '" + name + "'");
  }
}
