using Itdr;

namespace MovieNight;

/// <summary>Ranking the films of an evening for somebody who likes others.</summary>
[Subtask("film-night", Method = "PlanNight")]
[Instruction("""
    Rank the films of an evening for somebody, judging by other films that the same person likes. Answer with every film of the evening exactly once, as a numbered list with one title a line and without year and genres, beginning with the film this person would enjoy most. Copy each title as it is given and write nothing else.
    """)]
[Prompt("""
    The person likes these films:
    {Liked:listed}
    These films are on tonight:
    {Tonight:listed}
    """)]
public sealed partial record FilmNight(
    [List(ListStyle.Bulleted)] IReadOnlyList<Film> Liked,
    [List(ListStyle.Bulleted)] IReadOnlyList<Film> Tonight)
{
    [Answer("{Ranking}")]
    [Metrics("ndcg@10")]
    public sealed partial record Answer(
        [RankedFrom(nameof(Tonight)), List(ListStyle.Numbered)] IReadOnlyList<Film> Ranking);
}
