package io.github.depends.test.modules;

import io.github.depends.DependsConfigurer;
import io.github.depends.test.modules.security.BlockedCheck;
import io.github.depends.test.modules.security.OfficeCheck;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application of modules; what it configures covers all of them. */
@SpringBootApplication
public class ModulesApplication {

    @Bean
    static DependsConfigurer guards() {
        return registry -> {
            registry.depends(BlockedCheck.class);
            registry.path("/bills/**").depends(OfficeCheck.class);
        };
    }
}
