package mn.eland.edge;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import mn.eland.ElandTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@ElandTest
class OpenApiTests {

    @Autowired
    WebApplicationContext context;

    @Test
    void theDescriptionIsOpenAndSaysWhatEveryCallNeeds() throws Exception {
        SignIn.mvc(context).perform(get("/v3/api-docs")).andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value("ELAND"))
                .andExpect(jsonPath("$.paths['/api/v1/notifications'].get.responses.default.content['application/problem+json']").exists())
                .andExpect(jsonPath("$.paths['/api/v1/notifications'].get.parameters[?(@.name == 'actor')]").isEmpty())
                .andExpect(jsonPath("$.paths['/api/v1/notifications/read'].post.parameters[?(@.name == 'Idempotency-Key')].required").value(true))
                .andExpect(jsonPath("$.components.schemas.Problem.properties.code").exists())
                .andExpect(jsonPath("$.paths['/deals']").doesNotExist());
    }
}
