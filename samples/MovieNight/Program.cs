using Itdr;
using Microsoft.Extensions.Options;
using MovieNight;

// The page lies beside the program, wherever that is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var settings = builder.Configuration.GetSection("Recommender").Get<RecommenderSettings>() ?? new RecommenderSettings();
builder.Services.AddProblemDetails();
try
{
    settings.Register(builder.Services);
    await using var app = builder.Build();

    app.Use(static (context, next) =>
    {
        // Everything that the page needs comes from here.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:";
        return next(context);
    });
    app.UseDefaultFiles();
    app.UseStaticFiles();
    app.MapGet("/api/films", () => new { Recommender = settings.Description, Night.MostLiked, Films = Catalogue.All });
    app.MapGet("/api/night", static (int[] liked, IRecommender recommender, CancellationToken cancellation, int evening = 1) =>
    {
        var films = liked.Distinct().Select(Catalogue.Find).OfType<Film>().ToList();
        return films.Count is 0 or > Night.MostLiked
            ? Results.Problem($"Name 1 to {Night.MostLiked} films of the catalogue as liked.", statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.ServerSentEvents(Night.PlanAsync(recommender, new FilmNight(films, Catalogue.Programme(evening, films)), cancellation));
    });
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
