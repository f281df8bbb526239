using System.Text;
using LLama.Exceptions;

namespace LLama.Native;

public sealed unsafe class SafeLlamaModelHandle : SafeLLamaHandleBase
{
    private Vocabulary? vocab;

    private SafeLlamaModelHandle(nint handle)
        : base(handle)
    {
    }

    public int ContextSize => LLamaLibrary.llama_model_n_ctx_train(handle);

    public int LayerCount => LLamaLibrary.llama_model_n_layer(handle);

    public int SWACount => LLamaLibrary.llama_model_n_swa(handle);

    public ulong ParameterCount => LLamaLibrary.llama_model_n_params(handle);

    public bool IsRecurrent => LLamaLibrary.llama_model_is_recurrent(handle) != 0;

    public bool HasEncoder => LLamaLibrary.llama_model_has_encoder(handle) != 0;

    public Vocabulary Vocab => vocab ??= new Vocabulary(this);

    internal nint Pointer => !IsClosed ? handle : throw new ObjectDisposedException(nameof(SafeLlamaModelHandle));

    public LoraAdapter LoadLoraFromFile(string path)
    {
        path = Path.GetFullPath(path);
        using (File.OpenRead(path))
        {
            return new LoraAdapter(this, path, LLamaLibrary.llama_adapter_lora_init(Pointer, path));
        }
    }

    public uint TokenToSpan(LLamaToken token, Span<byte> dest, int lstrip = 0, bool special = false)
    {
        fixed (byte* piece = dest)
        {
            var length = LLamaLibrary.llama_token_to_piece(Vocab.Pointer, (int)token, piece, dest.Length, lstrip, special ? (byte)1 : (byte)0);
            return (uint)Math.Abs(length);
        }
    }

    public LLamaToken[] Tokenize(string text, bool addBos, bool special, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(encoding);
        if (text.Length == 0 && !addBos)
        {
            return [];
        }

        var bytes = new byte[encoding.GetByteCount(text) + 1];
        var length = encoding.GetBytes(text, bytes);
        fixed (byte* start = bytes)
        {
            var (bos, control) = (addBos ? (byte)1 : (byte)0, special ? (byte)1 : (byte)0);
            var tokens = new LLamaToken[-LLamaLibrary.llama_tokenize(Vocab.Pointer, start, length, null, 0, bos, control)];
            fixed (LLamaToken* to = tokens)
            {
                _ = LLamaLibrary.llama_tokenize(Vocab.Pointer, start, length, (int*)to, tokens.Length, bos, control);
            }

            return tokens;
        }
    }

    internal static SafeLlamaModelHandle Load(string path, ModelLoadParams parameters)
    {
        using (File.OpenRead(path))
        {
            var loaded = LLamaLibrary.llama_model_load_from_file(path, parameters);
            return loaded != 0 ? new SafeLlamaModelHandle(loaded) : throw new LoadWeightsFailedException(path);
        }
    }

    protected override bool ReleaseHandle()
    {
        LLamaLibrary.llama_model_free(handle);
        return true;
    }

    public sealed class Vocabulary
    {
        private readonly SafeLlamaModelHandle model;

        internal Vocabulary(SafeLlamaModelHandle model) => this.model = model;

        public int Count => LLamaLibrary.llama_vocab_n_tokens(Pointer);

        public LLamaToken? BOS => Known(LLamaLibrary.llama_vocab_bos(Pointer));

        public LLamaToken? EOS => Known(LLamaLibrary.llama_vocab_eos(Pointer));

        public LLamaToken? EOT => Known(LLamaLibrary.llama_vocab_eot(Pointer));

        public bool ShouldAddBOS => LLamaLibrary.llama_vocab_get_add_bos(Pointer) != 0;

        internal nint Pointer => LLamaLibrary.llama_model_get_vocab(model.Pointer);

        private static LLamaToken? Known(int token) => token < 0 ? null : token;
    }
}
