package io.github.depends.examples.articles;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the connections that have been taken from the application's pool. */
@TestConfiguration(proxyBeanMethods = false)
public class OpenedConnections implements BeanPostProcessor {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Counting(pool) : bean;
    }

    /** Begins to count anew. */
    public void forget() {
        count.set(0);
    }

    /** Returns how many there have been. */
    public int count() {
        return count.get();
    }

    private final class Counting extends DelegatingDataSource {

        private Counting(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            count.incrementAndGet();
            return super.getConnection();
        }
    }
}
