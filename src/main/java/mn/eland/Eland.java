package mn.eland;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** ELAND: real-estate transactions of Mongolia as business processes that can be seen, changed and proven. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "ELAND", sharedModules = "kernel")
public class Eland {

    public static void main(String[] args) {
        SpringApplication.run(Eland.class, args);
    }
}
