package mn.eland.edge;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import mn.eland.edge.once.Answers;
import mn.eland.edge.once.IdempotencyFilter;
import mn.eland.edge.version.VersionFilter;
import mn.eland.edge.web.Actors;
import mn.eland.edge.web.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Calls under {@code /api}: a token of ours, no session, problems instead of pages. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(30)
    SecurityFilterChain apiChain(HttpSecurity http, Customizer<HttpSecurity> houseHeaders, ProblemWriter problems,
                                 Answers answers, RateLimits limits, CorsOrigins origins) throws Exception {
        houseHeaders.customize(http);
        return http.securityMatcher(withDefaults().matcher("/api/**"))
                .authorizeHttpRequests(access -> access
                        .requestMatchers(withDefaults().matcher(HttpMethod.GET, "/api/v1/properties/**")).permitAll()
                        .requestMatchers(withDefaults().matcher(HttpMethod.GET, "/api/v1/auctions/**")).permitAll()
                        .requestMatchers(withDefaults().matcher(HttpMethod.GET, "/api/v1/verifications/**")).permitAll()
                        .requestMatchers(withDefaults().matcher(HttpMethod.POST, "/api/v1/auth/registrations/**")).permitAll()
                        .requestMatchers(withDefaults().matcher(HttpMethod.POST, "/api/v1/auth/password-links/**")).permitAll()
                        .anyRequest().authenticated())
                .csrf(protection -> protection.disable())
                .cors(cors -> cors.configurationSource(origins.ofCalls()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems).accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token ->
                                new JwtAuthenticationToken(token, Actors.authorities(token::getClaim)))))
                .addFilterBefore(new VersionFilter(problems), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(limits.byAddress(), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(limits.ofAccounts(), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(limits.byVisitor(), AuthorizationFilter.class)
                .addFilterAfter(limits.byPerson(), AuthorizationFilter.class)
                .addFilterAfter(limits.ofCodes(), AuthorizationFilter.class)
                .addFilterAfter(new IdempotencyFilter(answers, problems), AuthorizationFilter.class)
                .build();
    }
}
