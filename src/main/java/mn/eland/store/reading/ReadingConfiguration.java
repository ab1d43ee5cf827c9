package mn.eland.store.reading;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** All statements of the application go through one place. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    JdbcTemplate watchedStatements(DataSource database) {
        return new WatchedStatements(database);
    }
}
