package org.springframework.petshop;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** An auto-configuration of the application's own. */
@AutoConfiguration
public class PetShopAutoConfiguration {

    @Bean
    PetShopController petShopController() {
        return new PetShopController();
    }
}
