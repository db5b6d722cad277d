"""An ML demo without a library: user input in the sidebar, a progress that is drawn over, odd texts."""

import streamlit as st, numpy as np, pandas as pd, time
st.write(""" # Simple Iris Flower Prediction App
This app predicts the **Iris flower** type! """)
st.sidebar.header('User Input Parameters')
def user_input_features():
    data={n: st.sidebar.slider(n, a, b, c) for n,a,b,c in [('Sepal length',4.3,7.9,5.4),('Sepal width',2.0,4.4,3.4)]}
    return pd.DataFrame(data,index=[0])
df=user_input_features(); st.subheader('User Input parameters'); st.write(df)
class Model:
    def fit(self,X,y): self.w=np.linalg.lstsq(X,y,rcond=None)[0]; return self
    def predict(self,X): return X@self.w
@st.cache_resource
def train(): 
    X=np.arange(20.).reshape(10,2); return Model().fit(X,X.sum(1))
pred=train().predict(df.values); st.write(pred); st.write(pd.Series(['a','b'])); st.write(np.array(['setosa','x']))
st.subheader('Prediction Probability'); st.write(pd.DataFrame(np.eye(2)).round(2))
ph=st.sidebar.empty(); bar=st.sidebar.progress(0); rows=np.array([[1.0]]); chart=st.empty()
for i in range(1,4):
    rows=np.vstack([rows,[[float(i)]]]); ph.text(f"{i}% complete"); bar.progress(i*30); chart.line_chart(rows)
ph.empty(); bar.empty()
if st.button("Train", type="primary"):
    with st.spinner("Training..."), st.status("run") as s: s.write("ok")
    st.success(f"Accuracy: {0.93:.2%}"); st.session_state["acc"]=0.93
st.write(st.session_state.get("acc","none"), st.session_state)
st.json({"a":{"b":[1,2]}}, expanded=1); st.code("print(1)"); st.code("SELECT 1", language="sql")
if st.sidebar.checkbox('Show raw data', False): st.subheader('Raw'); st.write(df.T)
alg=st.sidebar.selectbox("Classifier",("KNN","SVM")); params={}
if alg=="SVM": params["C"]=st.sidebar.slider("C",0.01,10.0)
else: params["K"]=st.sidebar.slider("K",1,15)
st.write(f"Classifier = {alg}", params)
st.markdown("Line  \nbreak  \n* a\n* b\n\n| a | b |\n|---|---|\n| 1 | 2 |")
st.markdown(f"<div class='x'>{alg}</div>", unsafe_allow_html=True)
st.markdown("""
    indented
    """)
st.write("""
        deep
          more
        """); st.title("  spaced  "); st.text("  keep  "); st.caption("\n cap\n"); st.info("""
    multi
    line"""); st.code("""
    def f():
        pass
    """)
