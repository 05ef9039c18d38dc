package io.github.depends.examples.yields;

import io.github.depends.Depends;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The notes of a request, on its connection. */
record Notes(@Depends Connection connection) {

    void add(String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into note (text) values (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }

    int count() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from note");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
