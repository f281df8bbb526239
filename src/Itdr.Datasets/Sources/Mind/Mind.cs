using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Mind;

/// <summary>
/// MIND, small or large: the parts train, dev and test, as many as lie there, each with behaviours and news. Fields stand between TABs and
/// a quote is a character like any other.
/// </summary>
internal sealed class Mind : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "mind";

    private const string Behaviours = "behaviors.tsv";
    private const string News = "news.tsv";

    public SourceInfo Info { get; } = new(
        Name,
        "MIND",
        [Behaviours, News],
        "News that users were shown, clicked or not, with times and what they had clicked before; the parts train, dev and test of either size. Of both sizes in one place the small one is taken.",
        "Microsoft Research Licence: non-commercial, no redistribution.",
        "https://msnews.github.io/");

    public IReadOnlyList<FileRole> Files { get; } = [new(Behaviours, IsMany: true), new(News, IsMany: true)];

    public IReadOnlyList<string> Editions { get; } = ["small", "large"];

    /// <summary>The size in the name of the folder or archive around a file, such as <c>MINDsmall_train</c>.</summary>
    public string EditionOf(string path) =>
        Editions.FirstOrDefault(size => path.Contains($"MIND{size}", StringComparison.OrdinalIgnoreCase)) ?? "";

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var behaviours = SourceFile.OpenAll(folder, Behaviours, context);
        var (news, audits) = MindNewsCatalogue.Read(SourceFile.OpenAll(folder, News, context), context);
        var scans = behaviours.Select(file => new RecordScan(file, Impression.Layout, context)).ToList();
        return SourceTables.Over(news, context, reading =>
            new SourceTables(news, UserTable.Empty, new MindInteractions(scans, news, new SampleHash(context.Seed, Name), reading), audits));
    }
}
