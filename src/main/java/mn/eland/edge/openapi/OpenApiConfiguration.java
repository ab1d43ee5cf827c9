package mn.eland.edge.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Set;
import mn.eland.edge.version.Retired;
import mn.eland.edge.version.Versions;
import mn.eland.kernel.Actor;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description at {@code /v3/api-docs}: how to sign in, the key of unsafe calls, the shape of problems. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String SIGN_IN = "signIn";
    private static final String PROBLEM = "Problem";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI description(@Value("${eland.base-url}") String baseUrl) {
        var flow = new OAuthFlow().authorizationUrl(baseUrl + "/oauth2/authorize").tokenUrl(baseUrl + "/oauth2/token")
                .scopes(new Scopes().addString("openid", "who you are"));
        return new OpenAPI()
                .info(new Info().title("ELAND").version("v1").description("Real-estate transactions of Mongolia as processes."
                        + " Amounts are whole tögrög. Lists are paged by cursor. Every unsafe call carries an Idempotency-Key."
                        + " Answers say what is left of the caller's allowance (RateLimit) and which version gave them (API-Version)."))
                .addSecurityItem(new SecurityRequirement().addList(SIGN_IN))
                .components(new Components()
                        .addSecuritySchemes(SIGN_IN, new SecurityScheme().type(SecurityScheme.Type.OAUTH2)
                                .flows(new OAuthFlows().authorizationCode(flow)))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OpenApiCustomizer commonToAllCalls() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
                if (!SAFE.contains(method)) {
                    withKey(operation);
                }
                withProblem(operation);
            }));
        };
    }

    @Bean
    OperationCustomizer callsThatGoAway() {
        return (operation, method) -> {
            var retired = method.getMethodAnnotation(Retired.class);
            if (retired != null) {
                goesAway(operation, retired);
            }
            return operation;
        };
    }

    private static void goesAway(Operation operation, Retired retired) {
        operation.setDeprecated(true);
        operation.setDescription("Goes away: not to be used in new programs since " + retired.since() + ", may be gone from " + retired.until()
                + " on. Use " + retired.instead() + ".");
        operation.getResponses().values().forEach(answer -> answer
                .addHeaderObject(Versions.DEPRECATION, new Header().description("RFC 9745: since when").schema(new StringSchema()))
                .addHeaderObject(Versions.SUNSET, new Header().description("RFC 8594: until when").schema(new StringSchema()))
                .addHeaderObject("Link", new Header().description("rel=successor-version: what does the same").schema(new StringSchema())));
    }

    private static void withKey(Operation operation) {
        operation.addParametersItem(new HeaderParameter().name("Idempotency-Key").required(true)
                .description("New for every act; the same key with the same call gives the first answer again.")
                .schema(new StringSchema().minLength(8).maxLength(200).pattern("[A-Za-z0-9._:-]+")));
    }

    private static void withProblem(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation.getResponses().addApiResponse("default", new ApiResponse().description("A problem (RFC 9457) with a stable code")
                .addHeaderObject("Retry-After", new Header().description("Seconds to wait, with 429").schema(new StringSchema()))
                .addHeaderObject("RateLimit", new Header().description("What is left: r units, whole again in t seconds").schema(new StringSchema()))
                .addHeaderObject("RateLimit-Policy", new Header().description("The allowance: q units in w seconds").schema(new StringSchema()))
                .addHeaderObject(Versions.HEADER, new Header().description("The version that answered").schema(new StringSchema()))
                .content(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema().addProperty("type", new StringSchema().format("uri")).addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer")).addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("code", new StringSchema().description("Stable name of the refusal"))
                .addProperty("field", new StringSchema().description("The input to correct, if there is one"));
    }
}
